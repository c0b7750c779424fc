# Handing out files.
paper-print = Print
paper-table = CSV
paper-data = JSON
paper-automerge = Automerge
paper-saved = Saved: { $place }
paper-handed = Done.
paper-failed = The file could not be saved. The data is still on this phone.
