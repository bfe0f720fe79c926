# Executes the cells of a notebook, one request after the other. A request is a line on the standard input: the folder in which request.rds
# says what to do, and into which answer.rds goes. The code's output goes to standard output and error immediately; each ends with a mark.
local({
  mark <- paste0("\001", commandArgs(trailingOnly = TRUE)[1], "\001")
  options(warn = 1, keep.source = TRUE)
  # Data frames of the notebook are searched after the variables of R, so that R's assignments hide them.
  frames <- attach(NULL, name = "notebook")
  input <- file("stdin", "r")

  # The line in the cell of the innermost call that has one.
  line_of_call <- function(calls, file) {
    for (call in rev(calls)) {
      place <- attr(call, "srcref")
      if (inherits(place, "srcref") && identical(attr(place, "srcfile")$filename, file)) return(place[1])
    }
    NULL
  }

  run <- function(request) {
    file <- request$file
    failure <- function(error, line, column = NULL) {
      call <- if (is.null(conditionCall(error))) "" else paste0(" in ", paste(deparse(conditionCall(error), nlines = 1), collapse = ""))
      list(type = class(error)[1], message = conditionMessage(error), call = call, line = line, column = column)
    }
    code <- strsplit(request$code, "\n", fixed = TRUE)[[1]]
    expressions <- tryCatch(
      parse(text = code, keep.source = TRUE, srcfile = srcfilecopy(file, code)),
      error = function(error) {
        place <- regmatches(conditionMessage(error), regexec("^.*?:([0-9]+):([0-9]+): ([^\n]*)", conditionMessage(error)))[[1]]
        if (length(place) < 4) return(failure(error, NULL))
        list(type = "parseError", message = place[4], call = "", line = as.integer(place[2]), column = as.integer(place[3]))
      })
    if (!is.expression(expressions)) return(expressions)
    lines <- vapply(attr(expressions, "srcref"), function(place) place[1], 1L)
    at <- 0L
    deep <- NULL
    tryCatch(
      withCallingHandlers(
        {
          for (at in seq_along(expressions)) {
            result <- withVisible(eval(expressions[[at]], globalenv()))
            if (result$visible) print(result$value)
          }
          NULL
        },
        error = function(error) deep <<- line_of_call(sys.calls(), file)),
      error = function(error) failure(error, if (is.null(deep)) lines[at] else deep),
      interrupt = function(condition) list(type = "interrupt", message = "R was interrupted.", call = ""))
  }

  value_of <- function(name) {
    if (!exists(name, globalenv())) return(list(missing = TRUE))
    value <- get(name, globalenv())
    # Subclasses of data frames (tibble, data.table) are treated as data frames.
    if (is.data.frame(value)) value <- as.data.frame(value)
    if (inherits(value, "POSIXlt")) value <- as.POSIXct(value)
    if (is.data.frame(value)) value[] <- lapply(value, function(column) if (inherits(column, "POSIXlt")) as.POSIXct(column) else column)
    plain <- function(x) typeof(x) %in% c("NULL", "logical", "integer", "double", "character") || (is.list(x) && all(vapply(unclass(x), plain, TRUE)))
    if (!plain(value)) return(list(class = class(value)[1]))
    utf8 <- function(x) if (is.character(x)) enc2utf8(x) else if (is.factor(x)) { levels(x) <- enc2utf8(levels(x)); x } else if (is.list(x)) { x[] <- lapply(x, utf8); x } else x
    list(value = if (is.null(value)) NULL else utf8(value))
  }

  repeat {
    folder <- tryCatch(readLines(input, n = 1), interrupt = function(condition) "")
    if (length(folder) == 0) break
    if (!nzchar(folder)) next
    request <- readRDS(file.path(folder, "request.rds"))
    rm(list = ls(frames, all.names = TRUE), envir = frames)
    for (name in names(request$frames)) assign(name, request$frames[[name]], frames)
    for (name in names(request$values)) assign(name, request$values[[name]], globalenv())
    plots <- NULL
    if (nzchar(request$code)) {
      has_png <- capabilities("png") || capabilities("cairo")
      if (has_png) grDevices::png(file.path(folder, "plot-%03d.png"), width = 1400, height = 1000, res = 200)
      else grDevices::pdf(NULL)
      device <- grDevices::dev.cur()
    }
    error <- if (nzchar(request$code)) run(request)
    if (nzchar(request$code) && device %in% grDevices::dev.list()) grDevices::dev.off(device)
    answer <- list(error = error, values = if (is.null(error)) stats::setNames(lapply(request$outputs, value_of), request$outputs))
    saveRDS(answer, file.path(folder, "answer.rds"), version = 2, compress = FALSE)
    cat(mark, file = stdout(), sep = "")
    flush(stdout())
    cat(mark, file = stderr(), sep = "")
    flush(stderr())
  }
})
