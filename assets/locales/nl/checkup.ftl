checkup-title = Controleer dit toestel
checkup-lead = De app kijkt na of alles op deze telefoon heel is en klopt. Wat niet klopt, herstelt hij zelf. Je werk blijft staan en je kunt gewoon doorwerken.
checkup-go = Controleer nu
checkup-going = Bezig met controleren…
checkup-last = Laatste controle: { $at }
checkup-well = Alles is heel en klopt
checkup-looked-at = { $n ->
    [one] Eén dossier, contact of signaal nagekeken.
   *[other] { $n } dossiers, contacten, signalen en foto’s nagekeken.
}
checkup-asks-team = Wat hier ontbrak, haalt de telefoon nu op bij het team.
checkup-file = Het bestand was beschadigd en is vervangen
checkup-file-then = Er is niets gewist: het oude bestand is apart gezet als { $file }. Daaruit is alles gehaald wat nog te lezen was.
checkup-file-only-here = { $n ->
    [0] Er stond niets alleen op deze telefoon, voor zover te lezen was.
    [one] Wat alleen op deze telefoon stond, is bewaard: één ding.
   *[other] Wat alleen op deze telefoon stond, is bewaard: { $n } dingen.
}
checkup-file-partly = { $n ->
    [0] Elk stuk was nog helemaal te lezen.
    [one] Eén stuk was niet helemaal te lezen.
   *[other] { $n } stukken waren niet helemaal te lezen.
}
checkup-file-no-team = De sleutel van het team was niet te lezen. Laat je collega je opnieuw uitnodigen; dan komt terug wat bij het team staat.
checkup-indexes = Een register van de opslag klopte niet
checkup-indexes-then = Het is opnieuw gemaakt.
checkup-documents = { $n ->
    [one] Bij één dossier, contact of signaal ontbrak iets
   *[other] Bij { $n } dossiers, contacten of signalen ontbrak iets
}
checkup-documents-then = Wat er nog was, is bewaard. De rest komt van het team.
checkup-rows = { $n ->
    [one] Bij één dossier, contact of signaal klopten de lijsten niet
   *[other] Bij { $n } dossiers, contacten of signalen klopten de lijsten niet
}
checkup-rows-then = De lijsten zijn opnieuw gemaakt.
checkup-search = Zoeken vond niet alles
checkup-search-then = Alles is opnieuw doorzoekbaar gemaakt.
checkup-words = De vier woorden klopten niet
checkup-words-then = Ze zijn opnieuw uitgerekend.
checkup-only-here = Het aantal ‘alleen op deze telefoon’ klopte niet
checkup-only-here-then = Het is opnieuw geteld.
checkup-outbox = Wat klaarstond om te versturen klopte niet
checkup-outbox-then = Het wordt opnieuw klaargezet. Er is niets kwijt.
