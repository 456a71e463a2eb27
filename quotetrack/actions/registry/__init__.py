"""Every action once: keys, palette, line of keys, help, commands and docs all follow from it."""

from quotetrack.actions.registry import (
    article,
    browse,
    contradictions,
    everywhere,
    history,
    inbox,
    speaker,
    statement,
)
from quotetrack.actions.registry.action import ARTICLE as ARTICLE
from quotetrack.actions.registry.action import ARTICLES as ARTICLES
from quotetrack.actions.registry.action import BROWSE as BROWSE
from quotetrack.actions.registry.action import CONTRADICTIONS as CONTRADICTIONS
from quotetrack.actions.registry.action import EVERYWHERE as EVERYWHERE
from quotetrack.actions.registry.action import HISTORY as HISTORY
from quotetrack.actions.registry.action import INBOX as INBOX
from quotetrack.actions.registry.action import SCOPES as SCOPES
from quotetrack.actions.registry.action import SPEAKER as SPEAKER
from quotetrack.actions.registry.action import STATEMENT as STATEMENT
from quotetrack.actions.registry.action import Action as Action

ACTIONS: tuple[Action, ...] = (
    *browse.ACTIONS,
    *statement.ACTIONS,
    *speaker.ACTIONS,
    *article.ACTIONS,
    *contradictions.ACTIONS,
    *inbox.ACTIONS,
    *history.ACTIONS,
    *everywhere.ACTIONS,
)

BY_NAME = {action.name: action for action in ACTIONS}
