# Handing out files.
paper-print = Print of deel
paper-open = Wat je print of deelt, is niet meer verzegeld.
paper-opened = Bewaard en geopend, om te printen: { $place }
paper-table = CSV
paper-data = JSON
paper-automerge = Automerge
paper-saved = Bewaard: { $place }
paper-handed = Klaar.
paper-failed = Het bestand kon niet worden bewaard. De gegevens staan nog op deze telefoon.
