"""The terminal: app, screens, widgets and dialogs over the same actions as the command line."""
