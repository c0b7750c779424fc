field-server = Adres van de server
field-server-example = bijvoorbeeld voorveld.gemeente.nl
field-team = Naam van het team
field-me = Je naam, zoals je collega’s je noemen
field-token = Toegangscode van de server
field-words = De vijf woorden
field-words-example = bijv. fiets anker molen zilver kraan
missing-server = Vul het adres van de server in. De beheerder kent het.
missing-team = Geef het team een naam, bijvoorbeeld de gemeente.
missing-me = Vul je naam in, dan weten je collega’s van wie iets is.
missing-words = Vul de vijf woorden in. Ze staan op de telefoon van je collega.

start-title = Begin een team
start-why = Alles gaat op slot voordat het de telefoon verlaat. De server kan het niet lezen.
start-token-open = De server vraagt een toegangscode
start-go = Begin het team
start-busy = Bezig met beginnen…

join-title = Sluit aan bij een team
join-why = Laat je collega bij Team “Telefoon toevoegen” openen. Wat je al op deze telefoon hebt, gaat mee.
join-whole = Het adres van de server staat in de code.
join-go = Sluit aan
join-busy = Bezig met aansluiten…

invite-busy = De uitnodiging wordt gemaakt…
invite-scan = Scan met de camera van de nieuwe telefoon. Heeft die de app al? Plak de link dan bij “Sluit aan bij een team”.
invite-picture = QR-code met het adres van de server en de vijf woorden
invite-type = Of lees deze vijf woorden voor. Stuur ze niet per app of mail:
invite-server = Adres van de server:
invite-until = Werkt één keer, tot { $at }.
join-elsewhere = Deze uitnodiging is van een andere server. Open Voorveld daar: { $server }
