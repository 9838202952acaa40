"""Who or what an article names: entities, their attributes, and whom the caller knows."""
