# Reading along: shown to the person a case is about.
along-open = Let the person read along
along-title = Reading together
along-second = Going back asks for the code
along-choose = Which promises may the other person read?
along-choose-more = What you do not switch on stays off the screen.
along-show = Hand over the phone
along-matters = What matters
along-promises = What we agreed
along-people = Who helps
along-contacts = When we spoke
along-kept = done
along-none = Nothing yet.
