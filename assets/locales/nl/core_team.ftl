# The core team's agenda.
core-team-title = Kernteam
core-team-of = Kernteam { $team }
core-team-count = { $n ->
    [one] 1 dossier op de agenda
   *[other] { $n } dossiers op de agenda
}
core-team-nameless = Zonder namen
core-team-read = Lees na: is iemand toch te herkennen?
core-team-named = Er staat nog een naam in deze tekst.
core-team-none = Er staat nog niets op de agenda.
core-team-case = Dossier
core-team-status = Status
core-team-question = Vraag
core-team-decision = Besluit
core-team-off = Haal van de agenda: { $name }
core-team-add = Zet een dossier op de agenda
core-team-find = Zoek een dossier
core-team-nobody = Geen dossier gevonden.
core-team-when = Wanneer is het volgende kernteam?
core-team-when-edit = Dag, tijd en plaats wijzigen
core-team-day = Dag (mag leeg)
core-team-place = Tijd en plaats (mag leeg)
core-team-weeks = Om de hoeveel weken
core-team-over = Dit kernteam is geweest. { $n ->
    [one] Een week later
   *[other] { $n } weken later
} is het { $day }.
core-team-take = Neem die dag
core-team-decided = Besloten
core-team-on = Op de agenda
core-team-write = Schrijf status en vraag op
