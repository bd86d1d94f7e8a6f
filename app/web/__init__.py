"""The web frames: the Dash page, the static file, and what serves them. The only folder that imports dash."""
