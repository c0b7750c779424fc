field-server = Server address
field-server-example = for example voorveld.gemeente.nl
field-team = Name of the team
field-me = Your name, as your colleagues call you
field-token = Access code of the server
field-words = The five words
field-words-example = e.g. fiets anker molen zilver kraan
missing-server = Enter the server’s address. The administrator knows it.
missing-team = Give the team a name, the municipality for instance.
missing-me = Enter your name, so that colleagues know whose work it is.
missing-words = Enter the five words. They are on your colleague’s phone.

start-title = Start a team
start-why = Everything is locked before it leaves the phone. The server cannot read it.
start-token-open = The server asks for an access code
start-go = Start the team
start-busy = Starting…

join-title = Join a team
join-why = Have your colleague open “Add a phone” under Team. What you have on this phone already goes along.
join-whole = The server’s address is in the code.
join-go = Join
join-busy = Joining…

invite-busy = The invitation is being made…
invite-scan = Scan with the camera of the new phone. Does it have the app already? Then paste the link at “Join a team”.
invite-picture = QR code with the server’s address and the five words
invite-type = Or read these five words out loud. Do not send them by message or mail:
invite-server = Server address:
invite-until = Works once, until { $at }.
join-elsewhere = This invitation is of another server. Open Voorveld there: { $server }
