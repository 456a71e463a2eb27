"""The tutorial is walked on a private copy of the sample, as the demo is."""

from tests.tui.conftest import sample as sample
