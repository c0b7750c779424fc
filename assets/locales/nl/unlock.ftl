unlock-title = Vul je code in
unlock-opening = Even openen…
unlock-choose = Kies een code van zes cijfers
unlock-choose-why = Met deze code open je de app. Alles op deze telefoon is ermee op slot.
unlock-repeat = Nog een keer dezelfde code
unlock-making = Even klaarzetten…
unlock-damaged = De opslag gaat niet open
unlock-filled = { $n } van { $of } cijfers ingevuld
unlock-wrong = Die code klopt niet. Probeer het opnieuw.
unlock-differ = De twee codes zijn niet gelijk. Kies er opnieuw een.
unlock-forgotten = Code vergeten?
unlock-anew-team = Wat bij het team staat, blijft daar
unlock-anew-team-then = Kies een nieuwe code en sluit weer aan bij je team. Een collega geeft je daarvoor vijf woorden. Dan komt alles terug wat het team heeft.
unlock-anew-here = Wat alleen op deze telefoon stond, ben je kwijt
unlock-anew-here-then = Hoeveel dat is, kan de app niet zien: het zit op slot. De oude opslag wordt niet gewist, maar apart gezet. Zonder de oude code gaat die niet open.
unlock-anew-type = Typ het woord “{ $word }”
unlock-anew-word = opnieuw
unlock-anew-missing = Typ eerst het woord “{ $word }”. Er is nog niets veranderd.
unlock-anew-begin = Begin opnieuw
unlock-remember = Onthoud hem goed: de code staat nergens anders.
unlock-begin = Begin met een nieuwe opslag
unlock-begin-then = Daarna sluit je weer aan bij je team, dan komt alles terug wat daar staat.
unlock-lost = { $n ->
    [0] De browser heeft de opslag van Voorveld weggegooid. Alles stond bij het team ({ $at }). Kies een code en sluit je weer aan.
    [one] De browser heeft de opslag van Voorveld weggegooid. Eén ding stond alleen op deze telefoon en is weg; de rest staat bij het team ({ $at }). Kies een code en sluit je weer aan.
   *[other] De browser heeft de opslag van Voorveld weggegooid. { $n } dingen stonden alleen op deze telefoon en zijn weg; de rest staat bij het team ({ $at }). Kies een code en sluit je weer aan.
}
unlock-lost-alone = { $n ->
    [one] De browser heeft de opslag van Voorveld weggegooid. Eén ding stond alleen op deze telefoon en is weg.
   *[other] De browser heeft de opslag van Voorveld weggegooid. { $n } dingen stonden alleen op deze telefoon en zijn weg.
}
