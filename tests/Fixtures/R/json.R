# A small JSON writer, because jsonlite writes at most 15 significant digits and a fixture must restore every double exactly.
#
#   list(a = , b = )  object      list(...) without names  array
#   array_of(x)       array, also of length 0 or 1         matrix  array of its rows
#   a vector of length 1 or NULL  one value or null        NA, NaN, Inf  null

# 12 significant digits if they are the number, else 17, which restore every double in every reader. (15 would often do, but
# R's own reader does not round the last bit correctly, so it cannot be used for the check.)
number <- function(x) {
  text <- rep("null", length(x))
  finite <- which(is.finite(x))
  text[finite] <- sprintf("%.12g", x[finite])
  inexact <- finite[as.numeric(text[finite]) != x[finite]]
  text[inexact] <- sprintf("%.17g", x[inexact])
  text
}

quoted <- function(x) {
  escaped <- gsub("\"", "\\\"", gsub("\\", "\\\\", x, fixed = TRUE), fixed = TRUE)
  ifelse(is.na(x), "null", paste0("\"", escaped, "\""))
}

atoms <- function(x) {
  if (is.factor(x)) x <- as.character(x)
  if (is.character(x)) quoted(x)
  else if (is.logical(x)) ifelse(is.na(x), "null", ifelse(x, "true", "false"))
  else number(as.numeric(x))
}

array_of <- function(x) structure(list(values = unname(x)), class = "json_array")

on_one_line <- function(x) paste0("[", paste(atoms(x), collapse = ", "), "]")

to_json <- function(x, indent = "") {
  inner <- paste0(indent, "  ")
  block <- function(open, items, close) {
    if (length(items) == 0L) return(paste0(open, close))
    paste0(open, "\n", paste0(inner, items, collapse = ",\n"), "\n", indent, close)
  }
  if (is.null(x)) "null"
  else if (inherits(x, "json_array")) on_one_line(x$values)
  else if (is.matrix(x)) block("[", apply(x, 1L, on_one_line), "]")
  else if (is.list(x) && length(x) > 0L && !is.null(names(x)))
    block("{", paste0(quoted(names(x)), ": ", vapply(x, to_json, "", indent = inner)), "}")
  else if (is.list(x)) block("[", vapply(x, to_json, "", indent = inner), "]")
  else if (length(x) == 1L) atoms(x)
  else stop("a vector of length ", length(x), " needs array_of()")
}

write_text <- function(text, file) {
  connection <- file(file, "wb")
  on.exit(close(connection))
  writeBin(charToRaw(enc2utf8(paste0(text, "\n"))), connection)
}

# Writes the file and reads it again: every number must be restored, so that an error in the writer is detected.
write_fixture <- function(name, content) {
  path <- file.path(fixture_folder, name)
  write_text(to_json(content), path)
  back <- jsonlite::fromJSON(path, simplifyVector = FALSE, bigint_as_char = FALSE)
  stopifnot(identical(numbers_in(back), numbers_in(content)))
  cases <- sum(lengths(content[setdiff(names(content), c("session", "datasets"))]))
  cat(sprintf("%-20s %4d cases %8d bytes\n", name, cases, file.size(path)))
}

# Every finite number, in the order of the file.
numbers_in <- function(x) {
  if (inherits(x, "json_array")) x <- x$values
  if (is.matrix(x)) x <- as.vector(t(x))
  if (is.list(x)) return(unlist(lapply(unname(x), numbers_in), use.names = FALSE))
  if (!is.numeric(x)) return(NULL)
  x <- as.numeric(x)
  x[is.finite(x)]
}
