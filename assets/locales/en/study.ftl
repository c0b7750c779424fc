# Neighbourhood studies.
study-title = Neighbourhood study
study-source = Neighbourhood study { $name }
study-new = Begin a study
study-new-hint = It begins today. The rest can wait.
study-name = Name of the study
study-none = No study is under way.
study-open = Under way
study-ended = Ended
study-period = { $from } to { $to }
study-week = week { $week } of { $weeks }
study-week-late = week { $week }, the plan was { $weeks }
study-to-begin = begins { $day }
study-interviews = { $n ->
    [one] 1 interview
   *[other] { $n } interviews
}
study-edit = Change the study
study-fields = About this study
study-district = Neighbourhood
study-question = What do you want to know
study-begun = Begun on
study-ended-on = Ended on
study-end = End the study
study-go-on = Go on with the study
study-report = Report
study-themes = Themes
study-no-themes = No themes yet. They may come later.
study-theme-new = New theme
study-theme-add = Add
study-theme-away = Remove theme { $name }
study-said = Interviews
study-nothing-said = No interviews yet. The plus begins one.
study-more = Show more interviews
role-resident = Resident
role-entrepreneur = Entrepreneur
role-key-person = Key person
role-residents = Residents
role-entrepreneurs = Entrepreneurs
role-key-persons = Key persons
interview-role = Who tells
interview-help = Help now
interview-helped = Signal made
interview-quote = Quote
interview-quote-label = What goes into the report
interview-quote-only = Only this
interview-quote-only-this = Only this quote: { $quote }
interview-quotes-both = You both chose. Both are in the report until you choose one.
interview-more = More
interview-with = With { $name }. Not in the report.
interview-find = With whom of the network
interview-nobody = Nobody found.
interview-without = Take the name away
interview-never-printed = The name never goes into the report.
report-check = Read it over: is there nothing by which somebody is known?
report-tells = { $n ->
    [one] In 1 place it may say who somebody is.
   *[other] In { $n } places it may say who somebody is.
}
report-tell = Do you know somebody by this? { $found }
report-words = In our own words
report-words-label = What we heard and what we advise
report-other = No theme
report-files = As a file
report-theme = Theme
report-total = Together
report-since = since { $day }
report-residents = { $n ->
    [one] 1 resident
   *[other] { $n } residents
}
report-entrepreneurs = { $n ->
    [one] 1 entrepreneur
   *[other] { $n } entrepreneurs
}
report-key-persons = { $n ->
    [one] 1 key person
   *[other] { $n } key persons
}
