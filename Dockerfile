# The program in an image: `docker build --tag referatsoegning .`
#
# With the embedded engine, the index in the volume of /data:
#
#   docker run --rm --volume referat-data:/data --volume ./examples/minutes:/minutes:ro referatsoegning index /minutes
#   docker run --rm --volume referat-data:/data --publish 127.0.0.1:8080:8080 referatsoegning
#
# With Elasticsearch: docker-compose.yml.

# Python is the one that constraints.txt was tried with. The large image has a compiler, for processors that some
# package has no wheel for; the small one that is kept has not, and is of the same Debian.
FROM python:3.11.14-bookworm AS built
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_CONSTRAINT=/source/constraints.txt
RUN python -m venv /opt/referat
WORKDIR /source
# First what changes seldom: the dependencies.
COPY constraints.txt pyproject.toml ./
RUN python -c "import tomllib; print(*tomllib.load(open('pyproject.toml', 'rb'))['project']['dependencies'], sep='\n')" \
      > requirements.txt \
 && /opt/referat/bin/pip install --requirement requirements.txt
COPY . .
RUN /opt/referat/bin/pip install --no-deps . && /opt/referat/bin/pip uninstall --yes pip setuptools

FROM python:3.11.14-slim-bookworm
# Dependencies are in the virtual environment; nothing is installed in the image that runs.
RUN pip uninstall --yes pip setuptools wheel \
 && useradd --system --uid 10001 --user-group --no-create-home --home-dir /nonexistent referat \
 && install --directory --owner referat --group referat /data
COPY --from=built /opt/referat /opt/referat
ENV PATH=/opt/referat/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    REFERAT_DATA=/data REFERAT_HOST=0.0.0.0 REFERAT_PORT=8080
USER referat
VOLUME /data
EXPOSE 8080
# Whether the program answers. Whether its engine does is told by /api/v1/status: the program need not be started
# anew where a server it uses is away, since it finds back by itself.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["python", "-c", "import os, urllib.request; urllib.request.urlopen('http://127.0.0.1:' + os.environ['REFERAT_PORT'] + '/api/v1/openapi.json', timeout=4)"]
ENTRYPOINT ["referat"]
CMD ["serve"]
