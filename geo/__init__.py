"""From a folder of news articles to one map of the incidents they report."""
