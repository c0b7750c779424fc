# The look at what is still in a text, before it goes out without names.
names-found = This still stands in the text
names-found-what = Take out what tells who somebody is. The rest may stay.
names-perhaps = A name perhaps, or an ordinary word:
names-seen = Seen
names-were-seen = Seen. Now it may go out.
names-look = Look at what still stands in it
names-first = { $n ->
    [one] 1 name, number or address still stands in it. Look at that first.
   *[other] { $n } names, numbers or addresses still stand in it. Look at those first.
}
