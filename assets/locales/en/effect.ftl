# Effect: what the work led to.
effect-title = Effect
effect-none = What your work led to will stand here. There is no case to count yet.
effect-new = New cases by year
effect-running = { $year } is not over, counted up to today
effect-this-year = This year
effect-open = cases are open now
effect-closed = times closed or handed over
effect-reopened = times reopened
effect-days = { $n ->
    [one] 1 day
   *[other] { $n } days
}
effect-first-contact = from signing up to first contact, or sooner, in half of the cases
effect-parties = { $n ->
    [one] organisations around one case (counted in 1 case)
   *[other] organisations around one case (on average over { $n } cases)
}
effect-outcomes = What came of it on closing
effect-all-years = all years
effect-by-year = By year
effect-year = Year
effect-line-new = new
effect-line-closed = closed or handed over
effect-line-reopened = reopened
effect-line-open = open at the end
effect-line-days = days to first contact (half)
effect-counted = Counted from what you wrote down already.
