start-taken = Voorveld is al open in een ander tabblad
start-taken-then = Sluit dat tabblad, dan gaat het hier vanzelf verder.
start-refused = Hier kan Voorveld niets bewaren
start-refused-then = Deze browser geeft geen eigen opslag. Dat komt door een privévenster, een verouderde browser of een adres zonder https. Open Voorveld in een gewoon venster.
update-waits = Er is een nieuwe versie.
update-go = Nu openen
