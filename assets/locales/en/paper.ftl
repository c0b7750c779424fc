# Handing out files.
paper-print = Print or share
paper-open = What you print or share is no longer sealed.
paper-opened = Saved and opened, to be printed: { $place }
paper-table = CSV
paper-data = JSON
paper-automerge = Automerge
paper-saved = Saved: { $place }
paper-handed = Done.
paper-failed = The file could not be saved. The data is still on this phone.
