# An R server: reads one expression per line from standard input, evaluates it, writes its numbers as little-endian doubles to the file
# "answer" of the working directory, and writes "ok" and their number, or "error" and the reason. The first line gives the versions.
if (!suppressPackageStartupMessages(requireNamespace("survival", quietly = TRUE))) {
  writeLines("missing")
  quit(save = "no")
}
suppressPackageStartupMessages(library(survival))

# Columns exactly as written, to the last bit of a double.
read_doubles <- function(file, rows) readBin(file, "double", rows, size = 8, endian = "little")
read_integers <- function(file, rows) readBin(file, "integer", rows, size = 4, endian = "little")
read_factor <- function(file, rows, levels) structure(read_integers(file, rows), levels = levels, class = "factor")

# Seconds of each of several runs by R's own clock, a garbage collection before each (as system.time does unless told otherwise).
seconds <- function(call, repeats) {
  call <- substitute(call)
  vapply(seq_len(repeats), function(run) system.time(eval(call, globalenv()), gcFirst = TRUE)[["elapsed"]], 0)
}

writeLines(paste("ready", R.version.string, packageDescription("survival")$Version, sep = "\t"))
flush(stdout())

lines <- file("stdin", "r")
while (length(line <- readLines(lines, 1))) {
  reply <- tryCatch({
    answer <- as.double(unlist(suppressWarnings(eval(parse(text = line), globalenv()))))
    writeBin(answer, "answer", size = 8, endian = "little")
    paste("ok", length(answer), sep = "\t")
  }, error = function(problem) paste("error", gsub("\n", " ", conditionMessage(problem)), sep = "\t"))
  writeLines(reply)
  flush(stdout())
}
