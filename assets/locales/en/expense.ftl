# Money spent from the free budget.
expense-title = Expense
expense-new = New expense
expense-amount = Amount
expense-purpose = What for
expense-note = Note
expense-note-add = Note
expense-day = Date
expense-day-add = Another day
expense-change-title = Change the expense
expense-reversed = taken back
expense-is-reversal = reversal

key-comma = Comma

purpose-groceries = Groceries
purpose-taxi = Taxi
purpose-card = ID card
purpose-phone = Phone
purpose-bicycle = Bicycle
purpose-rent = Rent
purpose-other = Other

receipt = Receipt
receipt-add = Add the receipt
receipt-optional = a photo, may come later
receipt-developing = The photo is being made ready
receipt-only-here = 1 photo · only on this phone
receipt-drop = Take the photo away
receipt-none = no receipt
receipt-to-come = receipt to come
receipt-coming = The photo of the receipt is still on your partner's phone. It comes by itself.
receipt-picture = Photo of the receipt
receipt-unread = The photo could not be read. Try again; what you filled in is still there.

capture-other = Write down something else

expenses-title = Expenses
expenses-earlier = Previous month
expenses-later = Next month
expenses-people = { $n ->
    [one] { $n } case
   *[other] { $n } cases
  }
expenses-this-month = Expenses this month
expenses-count = { $n ->
    [one] { $n } expense
   *[other] { $n } expenses
  }
expenses-left = { $amount } left
expenses-over = { $amount } too much
expenses-none = Nothing was spent in this month.
expenses-per-case = Per case
expenses-lines = All expenses
expenses-sheet = Expenses { $month }
expenses-total = Together
expenses-rest = Left
expenses-number = Number
expenses-case = Case
expenses-by = By
expenses-reversal = Reversal
expenses-yes = yes
expenses-no = no
expenses-signed = Seen by

budget-title = Budget
budget-month = Budget a month
