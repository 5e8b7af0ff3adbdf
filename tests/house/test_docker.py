"""What runs in containers is held to the code: names, ports, settings, versions, and what goes into the image."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml

from engines.elasticsearch import connection
from mappings.settings import Settings, load, variable
from referat.__main__ import COMMANDS
from search_api.routes import OPERATIONS, PREFIX

ROOT = Path(__file__).parents[2]
PASSWORD = "REFERAT_ELASTICSEARCH_PASSWORD"
PROGRAM = ("web", "index")


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads(text("pyproject.toml"))
    return found


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    """docker-compose.yml as it is written, variables not yet filled in."""
    found: dict[str, Any] = yaml.safe_load(text("docker-compose.yml"))
    return found


@pytest.fixture(scope="module")
def services(compose: dict[str, Any]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = compose["services"]
    return found


def filled(template: str, **given: str) -> str:
    """A value with its variables filled in, as compose does it: `${NAME}`, `${NAME:-default}`, `${NAME:?why}`."""

    def value(found: re.Match[str]) -> str:
        name, default = found["name"], found["default"]
        return given.get(name) or default or ""

    return re.sub(r"\$\{(?P<name>\w+)(?::-(?P<default>[^}]*)|:\?[^}]*)?\}", value, template)


def instructions(name: str) -> list[str]:
    """The lines of the Dockerfile that begin with an instruction, continued lines joined."""
    joined = text("Dockerfile").replace("\\\n", " ")
    return [line.split(None, 1)[1] for line in joined.splitlines() if line.startswith(f"{name} ")]


def test_compose_takes_the_file(tmp_path: Path) -> None:
    """By docker's own word where it is there; the other tests of this file need none."""
    docker = shutil.which("docker")
    told = yaml.safe_load(text("docker-compose.yml"))
    if docker and not subprocess.run([docker, "compose", "version"], capture_output=True, check=False).returncode:
        environment = {**os.environ, PASSWORD: "hemmelig"}
        command = [docker, "compose", "--project-directory", str(ROOT), "config"]
        run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stderr
        told = yaml.safe_load(run.stdout)
    assert set(told["services"]) == {"elasticsearch", *PROGRAM}


def test_the_services_and_their_commands(services: dict[str, Any]) -> None:
    assert services["web"]["command"] == ["serve"]
    assert services["index"]["command"] == ["index", "/minutes"]
    assert {services[name]["command"][0] for name in PROGRAM} <= set(COMMANDS)
    assert services["index"]["restart"] == "no"


@pytest.mark.parametrize("name", PROGRAM)
def test_every_variable_is_a_setting_and_they_can_be(services: dict[str, Any], name: str) -> None:
    environment = {key: filled(value, **{PASSWORD: "hemmelig"}) for key, value in services[name]["environment"].items()}
    settings = load(environment, dotenv=None)
    assert settings.engine == "elasticsearch"
    assert settings.elasticsearch_url == "http://elasticsearch:9200"
    assert (settings.elasticsearch_username, settings.elasticsearch_password) == ("elastic", "hemmelig")
    commented = re.findall(r"#\s+(REFERAT_\w+):", text("docker-compose.yml"))
    assert {*environment, *commented, *re.findall(r"REFERAT_[A-Z_]+", text("Dockerfile"))} <= {
        variable(field.name) for field in fields(Settings)
    }


def test_no_password_is_written_down_and_none_is_left_out(services: dict[str, Any]) -> None:
    given = [services["elasticsearch"]["environment"]["ELASTIC_PASSWORD"]]
    given += [services[name]["environment"][PASSWORD] for name in PROGRAM]
    assert all(value.startswith("${" + PASSWORD + ":?") for value in given)


def test_one_port_is_published_and_on_this_machine_only(services: dict[str, Any]) -> None:
    assert [name for name, service in services.items() if service.get("ports")] == ["web"]
    assert [filled(port) for port in services["web"]["ports"]] == [f"127.0.0.1:{Settings().port}:{Settings().port}"]
    assert [filled(port, REFERAT_PORT="9000") for port in services["web"]["ports"]] == ["127.0.0.1:9000:8080"]
    assert services["web"]["environment"]["REFERAT_PORT"] == str(Settings().port)
    assert instructions("EXPOSE") == [str(Settings().port)]


def test_the_minutes_are_the_examples_unless_named_and_cannot_be_changed(services: dict[str, Any]) -> None:
    (mount,) = (mount for mount in services["index"]["volumes"] if "MINUTES" in mount)
    assert filled(mount) == "./examples/minutes:/minutes:ro"
    assert filled(mount, MINUTES="/srv/referater") == "/srv/referater:/minutes:ro"
    assert (ROOT / "examples" / "minutes").is_dir()


@pytest.mark.parametrize("name", PROGRAM)
def test_the_program_has_little_to_misuse(services: dict[str, Any], name: str) -> None:
    service = services[name]
    assert service["read_only"] is True
    assert [mount.split(":")[0] for mount in service["tmpfs"]] == ["/tmp"]
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["depends_on"] == {"elasticsearch": {"condition": "service_healthy"}}


def test_every_service_has_a_limit_and_what_runs_on_a_health_check(services: dict[str, Any]) -> None:
    assert all(re.fullmatch(r"\d+g", service["mem_limit"]) for service in services.values())
    heap = re.fullmatch(r"-Xms(\d+)g -Xmx(\d+)g", services["elasticsearch"]["environment"]["ES_JAVA_OPTS"])
    assert heap is not None
    assert int(heap[1]) == int(heap[2]) <= int(services["elasticsearch"]["mem_limit"][:-1]) / 2
    assert "_cluster/health" in services["elasticsearch"]["healthcheck"]["test"][1]
    (check,) = instructions("HEALTHCHECK")
    asked = re.search(rf"{PREFIX}(/[\w.]+)", check)
    assert asked is not None
    assert asked[1] in {operation.path for operation in OPERATIONS}


def test_what_is_stored_is_in_a_volume(compose: dict[str, Any], services: dict[str, Any]) -> None:
    assert services["elasticsearch"]["volumes"] == ["elasticsearch:/usr/share/elasticsearch/data"]
    assert set(compose["volumes"]) == {"elasticsearch", "data"}
    assert all("data:/data" in services[name]["volumes"] for name in PROGRAM)
    assert instructions("VOLUME") == ["/data"]
    assert "REFERAT_DATA=/data" in " ".join(instructions("ENV"))


def test_the_server_is_one_that_the_program_works_with(services: dict[str, Any]) -> None:
    image, _, version = services["elasticsearch"]["image"].rpartition(":")
    assert image == "docker.elastic.co/elasticsearch/elasticsearch"
    number = tuple(map(int, version.split(".")))
    assert len(number) == 3
    assert number[0] == 8
    assert connection._OLDEST <= number < connection._TOO_NEW
    client = re.search(r"^elasticsearch==(\d+)\.(\d+)", text("constraints.txt"), re.MULTILINE)
    assert client is not None
    assert number[:2] == (int(client[1]), int(client[2]))
    assert f"Elasticsearch {number[0]}.{number[1]}" in text("README.md")
    oldest = ".".join(map(str, connection._OLDEST))
    assert f"From {oldest} to" in text("docker-compose.yml")
    assert f"Elasticsearch {oldest} or later" in text("docs/elasticsearch.md")


def test_the_image_has_the_versions_of_the_project(project: dict[str, Any], services: dict[str, Any]) -> None:
    assert {services[name]["image"] for name in PROGRAM} == {f"referatsoegning:{project['project']['version']}"}
    bases = [line.split()[0] for line in instructions("FROM")]
    pythons = {re.match(r"python:(\d+\.\d+)\.\d+-(?:slim-)?(\w+)$", base) for base in bases}
    assert {found.groups() for found in pythons if found} == {("3.11", "bookworm")}
    assert None not in pythons
    assert project["project"]["requires-python"] == ">=3.11"
    assert "slim" in bases[-1]
    assert instructions("USER") == ["referat"]


def test_what_the_project_is_built_of_goes_into_the_image_and_nothing_else(project: dict[str, Any]) -> None:
    allowed = {line[1:].rstrip("/") for line in text(".dockerignore").splitlines() if line.startswith("!")}
    packages = {name.split(".")[0] for name in project["tool"]["setuptools"]["packages"]}
    assert allowed == {
        "constraints.txt",
        "pyproject.toml",
        "README.md",
        *project["project"]["license-files"],
        *packages,
    }
    assert all((ROOT / name).exists() for name in allowed)
    assert text(".dockerignore").splitlines()[1] == "*"


def test_the_readme_tells_of_it(services: dict[str, Any]) -> None:
    readme = text("README.md")
    for told in ("docker compose up", "docker compose run --rm index", PASSWORD, "MINUTES", "docker build"):
        assert told in readme
        assert told in text("docker-compose.yml") + text("Dockerfile")
