// In the place of dx's own (Dioxus.toml, application.android_main_activity).
package dev.dioxus.main

import android.os.Bundle
import android.view.View
import android.view.WindowManager
import android.webkit.WebView
import androidx.activity.OnBackPressedCallback
import androidx.core.graphics.Insets
import androidx.core.view.ViewCompat
import androidx.core.view.WindowInsetsCompat

// The web view's own Kotlin code asks for it here.
typealias BuildConfig = nl.voorveld.app.BuildConfig

class MainActivity : WryActivity() {
    // Below, for the gesture as well as for the button.
    override val handleBackNavigation = false

    override fun onCreate(savedInstanceState: Bundle?) {
        // Before the first picture: no screenshots, nothing in the list of open apps.
        window.addFlags(WindowManager.LayoutParams.FLAG_SECURE)
        super.onCreate(savedInstanceState)

        // Status bar, camera hole, gesture bar and keyboard: the page keeps clear of all of them.
        val frame = findViewById<View>(android.R.id.content)
        ViewCompat.setOnApplyWindowInsetsListener(frame) { view, insets ->
            val taken: Insets = insets.getInsets(
                WindowInsetsCompat.Type.systemBars() or
                    WindowInsetsCompat.Type.displayCutout() or
                    WindowInsetsCompat.Type.ime()
            )
            view.setPadding(taken.left, taken.top, taken.right, taken.bottom)
            WindowInsetsCompat.CONSUMED
        }
    }

    // What back means the page knows (phone.js). Where it means nothing the app makes way, and stays:
    // with its activity Dioxus ends the whole process, and it would open with the code again.
    override fun onWebViewCreate(webView: WebView) {
        onBackPressedDispatcher.addCallback(this, object : OnBackPressedCallback(true) {
            override fun handleOnBackPressed() {
                webView.evaluateJavascript("window.voorveldBack?.() ?? false") { went ->
                    if (went != "true") moveTaskToBack(true)
                }
            }
        })
    }
}
