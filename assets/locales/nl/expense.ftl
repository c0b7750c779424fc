# Money spent from the free budget.
expense-title = Uitgave
expense-new = Nieuwe uitgave
expense-amount = Bedrag
expense-purpose = Waarvoor
expense-note = Toelichting
expense-note-add = Toelichting
expense-day = Datum
expense-day-add = Andere dag
expense-change-title = Uitgave wijzigen
expense-reversed = teruggedraaid
expense-is-reversal = terugboeking

key-comma = Komma

purpose-groceries = Boodschappen
purpose-taxi = Taxi
purpose-card = ID-kaart
purpose-phone = Telefoon
purpose-bicycle = Fiets
purpose-rent = Huur
purpose-other = Anders

receipt = Bon
receipt-add = Bonnetje erbij
receipt-optional = foto, mag later
receipt-developing = De foto wordt klaargemaakt
receipt-only-here = 1 foto · alleen op deze telefoon
receipt-drop = Haal de foto weg
receipt-none = geen bon
receipt-to-come = bon komt nog
receipt-coming = De foto van de bon staat nog op de telefoon van je maat. Hij komt vanzelf.
receipt-picture = Foto van de bon
receipt-unread = De foto kon niet worden gelezen. Probeer het nog eens; wat je invulde staat er nog.

capture-other = Iets anders vastleggen

expenses-title = Uitgaven
expenses-earlier = Vorige maand
expenses-later = Volgende maand
expenses-people = { $n ->
    [one] { $n } dossier
   *[other] { $n } dossiers
  }
expenses-this-month = Uitgaven deze maand
expenses-count = { $n ->
    [one] { $n } uitgave
   *[other] { $n } uitgaven
  }
expenses-left = nog { $amount }
expenses-over = { $amount } te veel
expenses-none = In deze maand is niets uitgegeven.
expenses-per-case = Per dossier
expenses-lines = Alle uitgaven
expenses-sheet = Uitgaven { $month }
expenses-total = Samen
expenses-rest = Nog over
expenses-number = Nummer
expenses-case = Dossier
expenses-by = Door
expenses-reversal = Terugboeking
expenses-yes = ja
expenses-no = nee
expenses-signed = Gezien door

budget-title = Budget
budget-month = Budget per maand
