# Closing a case and reopening it.
close-text = Waarom sluit je? Eén zin.
close-outcome = Wat is ervan gekomen? (mag leeg)
close-how = Het dossier gaat dicht, de mens niet: een nieuw contactmoment opent het weer.
close-save = Sluit dossier
closing-closed = Gesloten
closing-reopened = Heropend
closing-by-encounter = Heropend door een contactmoment na het sluiten
closing-reopen = Heropen
outcome-stable = stabiel
outcome-accepted-help = hulp geaccepteerd
outcome-less-nuisance = overlast minder
outcome-not-managed = niet gelukt
