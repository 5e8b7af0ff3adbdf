"""The engine on Elasticsearch 8.16 or later, free basic licence: a versioned index behind aliases."""
