# Reading along: shown to the person a case is about.
along-open = Laat meelezen
along-title = Samen lezen
along-second = Terug vraagt de code
along-choose = Welke afspraken mag de ander lezen?
along-choose-more = Wat je niet aanzet, blijft van het scherm.
along-show = Geef de telefoon
along-matters = Wat telt
along-promises = Wat we afspraken
along-people = Wie er helpt
along-contacts = Wanneer we elkaar spraken
along-kept = gedaan
along-none = Nog niets.
