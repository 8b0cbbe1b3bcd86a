"""Functions for workers: module-level, so that they pickle."""

import os
import signal


def squared(number):
    return number * number


def length(article):
    return len(article.text)


def fussy(article):
    if "bad" in article.id:
        raise ValueError("no")
    return article.id


def dying(article):
    if "deadly" in article.id:
        os.kill(os.getpid(), signal.SIGKILL)
    return article.id


def process(_):
    return os.getpid()
