# The line after a save, changing, moving and withdrawing.
saved-with = Bewaard bij { $name }
saved-as-signal = Bewaard als signaal
saved-moved = Verplaatst naar { $name }
saved-linked = Gekoppeld aan { $name }
saved-now = nu
saved-change = Wijzig
saved-change-title = Wijzig
saved-reopened = het dossier is weer open
saved-keep-closed = Laat gesloten
saved-kept-closed = het dossier blijft gesloten

entry-when-was = Wanneer het was
entry-nobody = Niemand gevonden.
entry-also = Tegelijk ook verplaatst naar { $name }. Het staat nu hier.
entry-contested = twee collega’s verplaatsten dit
entry-history = { $n ->
    [one] 1 keer gewijzigd
   *[other] { $n } keer gewijzigd
}
entry-was-text = de tekst was “{ $was }”
entry-was-at = het moment was { $was }
entry-was-channel = de manier was { $was }
entry-was-moved = verplaatst naar { $name }
entry-was-withdrawn = ingetrokken
entry-was-withdrawn-why = ingetrokken: { $why }
entry-was-restored = teruggezet
entry-was-amount = het bedrag was { $was }
entry-was-day = de dag was { $was }
entry-not-counted = ook gewijzigd in { $to }, dat telt niet

withdraw = Trek in
withdraw-why = Waarom? (mag leeg)
withdraw-now = Trek in

gone-withdrawn = { $n } ingetrokken
gone-moved = { $n } verplaatst
gone-by = Ingetrokken door { $by }, { $when }
gone-moved-by = Verplaatst naar { $name } door { $by }, { $when }
gone-lost = { $by } zette dit ook hier. Het staat bij { $name }.
gone-somebody = iemand anders
gone-restore = Zet terug
gone-here = Toch hier
gone-go = Ga erheen

signal-unlink = Ontkoppel { $name }
