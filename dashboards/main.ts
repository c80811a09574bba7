import '@fontsource-variable/source-sans-3/wght.css'
import '@fontsource-variable/source-serif-4/wght.css'
import './style/index.css'
import './app/app.ts'

// A session keeps the files that its page has loaded: a browser tells of 250 only, unless it is asked to.
performance.setResourceTimingBufferSize(5000)
