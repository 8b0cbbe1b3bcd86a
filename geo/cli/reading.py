"""Articles of the paths a user names, read with the engine the settings name."""

from collections.abc import Callable, Sequence, Set
from pathlib import Path

from geo.cli.knowledge import make_engine, reader
from geo.cli.terminal import print_failures, with_progress
from geo.errors import ArticleError
from geo.files.articles import Remembered, read_articles
from geo.model.reading import Failure, Reading
from geo.model.text import Article
from geo.settings import Settings


def find_articles(
    paths: Sequence[Path], *, remembered: Remembered | None = None, without: Set[Path] = frozenset()
) -> tuple[list[Article], list[Failure]]:
    """The articles below the paths, and what could not be read. Raises ArticleError where there are none."""
    found = list(read_articles(paths, remembered=remembered, without=without))
    articles = [item for item in found if isinstance(item, Article)]
    failures = [item for item in found if isinstance(item, Failure)]
    if not articles:
        print_failures(failures)
        raise ArticleError(f"no articles in {', '.join(map(str, paths))}")
    return articles, failures


def read_paths(
    paths: Sequence[Path], settings: Settings, known: Callable[[Article], Reading | None] = lambda _: None
) -> tuple[list[Reading], list[Failure]]:
    """A Reading of every article below the paths, in order, and what failed; what is known is not read again."""
    articles, failures = find_articles(paths)
    readings = {article.id: reading for article in articles if (reading := known(article)) is not None}
    unread = [article for article in articles if article.id not in readings]
    answers = make_engine(settings).map(reader(settings), unread) if unread else iter(())
    for answer in with_progress(answers, total=len(unread), what="Reading articles"):
        if isinstance(answer, Failure):
            failures.append(answer)
        else:
            readings[answer.article.id] = answer
    return [readings[article.id] for article in articles if article.id in readings], failures
