# Exports the sample data of SurvivalKit from the R package `survival` to CSV files beside this script.
#
#   Rscript data-samples/export.R          (from any folder)
#
# One rule for every file: UTF-8, LF, comma, a header with R's column names, no row names, `NA` for a missing value,
# factors as their labels, and every number with the fewest digits (15 to 17) that read back to the same double.
# The bytes depend on the data only, so a second run changes nothing.

suppressPackageStartupMessages(library(survival))

script_folder <- function() {
  file <- sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))
  if (length(file) == 1L) dirname(normalizePath(file)) else getwd()
}

# The shortest of 15, 16 and 17 significant digits that gives the number back unchanged.
shortest <- function(x) {
  text <- rep(NA_character_, length(x))
  known <- which(!is.na(x))
  text[known] <- sprintf("%.15g", x[known])
  for (format in c("%.16g", "%.17g")) {
    wrong <- known[as.numeric(text[known]) != x[known]]
    text[wrong] <- sprintf(format, x[wrong])
  }
  stopifnot(as.numeric(text[known]) == x[known])
  text
}

cells <- function(column) {
  text <- if (is.numeric(column)) shortest(as.numeric(column)) else as.character(column)
  quoted <- grepl("[\",\n\r]", text)
  text[quoted] <- paste0("\"", gsub("\"", "\"\"", text[quoted]), "\"")
  text[is.na(column)] <- "NA"
  text
}

write_csv <- function(data, file) {
  lines <- c(paste(names(data), collapse = ","), do.call(paste, c(unname(lapply(data, cells)), sep = ",")))
  connection <- file(file, "wb")
  on.exit(close(connection))
  writeBin(charToRaw(paste0(paste(lines, collapse = "\n"), "\n")), connection)
}

folder <- script_folder()
for (name in c("lung", "veteran", "ovarian", "colon", "kidney", "pbc", "rats", "bladder", "heart", "mgus2")) {
  data <- getExportedValue("survival", name)
  write_csv(data, file.path(folder, paste0(name, ".csv")))
  cat(sprintf("%s.csv: %d rows, %d columns\n", name, nrow(data), ncol(data)))
}
