"""Files on their way: sources, uploads, storage, downloads."""
