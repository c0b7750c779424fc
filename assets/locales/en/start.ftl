start-taken = Voorveld is already open in another tab
start-taken-then = Close that tab and this one goes on by itself.
start-refused = Voorveld cannot keep anything here
start-refused-then = This browser offers no storage of its own: a private window, an outdated browser or an address without https. Open Voorveld in an ordinary window.
update-waits = There is a new version.
update-go = Open it now
