# Makes the files of this folder with R's packages haven, foreign and openxlsx. Run here: Rscript make-files.R
# Debian: r-cran-haven r-cran-foreign r-cran-openxlsx
suppressMessages({library(haven); library(foreign); library(openxlsx)})

clinic <- data.frame(
  id = c("A-01", "B-02", "Zo\u00eb", "", "\u00c5sa", "F-06"),
  age = c(61, 47.25, NA, 1e-300, -3.75, 1e15 + 2),
  months = c(1, 22, 3, 300, 5, NA),
  stringsAsFactors = FALSE)
clinic$sex <- labelled(c(1, 2, 2, 1, NA, 2), c(female = 2, male = 1), label = "Sex at birth")
clinic$stage <- labelled(c(3, 1, 2, 1, 3, NA), c(early = 1, middle = 2, late = 3, never = 4), label = "Stage, seen at the first visit of the clinic by two")
clinic$score <- labelled(c(0, 1, 7, 9, 10, 3), c(none = 0, worst = 10))
clinic$visit <- as.Date(c("2019-02-28", "2020-02-29", NA, "1959-12-31", "1582-10-15", "2026-11-30"))
clinic$seen <- as.POSIXct(c("2019-02-28 13:05:09", "2020-02-29 00:00:00", NA, "1959-12-31 23:59:59", "1990-06-15 06:00:00", "2026-11-30 12:00:00"), tz = "UTC")
clinic$note <- c(strrep("abcdefghi ", 60), "short", "", "\"quoted\", with a comma", strrep("x", 255), strrep("y", 256))
attr(clinic$age, "label") <- "Age (years)"
attr(clinic$months, "label") <- "Time from diagnosis"

# SPSS: with values that are missing for a reason.
spss <- clinic
spss$income <- labelled_spss(c(10, 98, 99, 2500, 99, NA), c(refused = 98, unknown = 99), na_values = c(98, 99))
spss$dose <- labelled_spss(c(1, 2, -9, -7, 3, 250), NULL, na_range = c(-9, -1))
spss$site <- labelled_spss(c("N", "S", "X", "N", "S", "N"), c(north = "N", south = "S", nowhere = "X"), na_values = "X")
write_sav(spss, "clinic.sav", compress = "byte")
write_sav(spss, "clinic-plain.sav", compress = "none")
write_sav(spss, "clinic.zsav", compress = "zsav")

# Stata: with .a and .b.
stata <- clinic
stata$income <- labelled(c(10, tagged_na("a"), tagged_na("b"), 2500, tagged_na("b"), NA),
  c(refused = tagged_na("a"), unknown = tagged_na("b")))
for (version in c(8, 10, 13, 14, 15)) {
  data <- stata
  if (version < 13) data$note <- substr(data$note, 1, 200)
  if (version < 14) data$id <- c("A-01", "B-02", "Zoe", "", "Asa", "F-06")
  write_dta(data, sprintf("clinic-%d.dta", version), version = version)
}
foreign::write.dta(data.frame(time = c(1.5, 2, NA), arm = factor(c("b", "a", "b"), levels = c("b", "a")), n = c(1L, NA, 3L), day = as.Date(c("2001-01-01", NA, "2002-02-02"))),
  "foreign.dta", version = 10, convert.factors = "labels")

# SAS: names of at most eight letters in version 5, labels of at most 40. Lists of codes are kept in another file.
sas <- zap_labels(clinic)
sas$note <- substr(sas$note, 1, 200)
write_xpt(sas, "clinic-5.xpt", version = 5, name = "CLINIC")
sas$a_name_of_more_than_eight <- 1:6
write_xpt(sas, "clinic-8.xpt", version = 8, name = "CLINIC")

# What there is to read, with all digits.
expected <- data.frame(
  id = clinic$id, age = format(as.numeric(clinic$age), digits = 17, trim = TRUE), months = as.numeric(clinic$months),
  sex = as.character(as_factor(clinic$sex)), stage = as.character(as_factor(clinic$stage)), score = as.numeric(clinic$score),
  visit = format(clinic$visit), seen = format(clinic$seen, "%Y-%m-%d %H:%M:%S"), note = clinic$note)
write.csv(expected, "clinic.csv", row.names = FALSE, na = "", fileEncoding = "UTF-8")

# Excel: a title above, an empty column before, a second sheet.
book <- createWorkbook()
addWorksheet(book, "Trial")
addWorksheet(book, "Codes")
writeData(book, "Trial", data.frame(patient = c("007", "008", "009"), time = c(5.5, NA, 12), dead = c(TRUE, FALSE, TRUE), seen = as.Date(c("2020-01-02", NA, "2021-03-04"))), startCol = 2, startRow = 3)
writeData(book, "Codes", data.frame(code = 1:2, word = c("a, b", "c \"d\"")))
saveWorkbook(book, "trial.xlsx", overwrite = TRUE)

# Error values as a spreadsheet stores them; openxlsx writes none, so its text cells are turned into such.
faulty <- createWorkbook()
addWorksheet(faulty, "Visits")
writeData(faulty, "Visits", data.frame(time = c(1.5, NA, 3, NA), status = c(1, 0, 1, 1)))
writeData(faulty, "Visits", "ERROR", startCol = 1, startRow = 3, colNames = FALSE)
writeData(faulty, "Visits", "ERROR", startCol = 1, startRow = 5, colNames = FALSE)
saveWorkbook(faulty, "errors.xlsx", overwrite = TRUE)
folder <- file.path(tempdir(), "errors")
unzip("errors.xlsx", exdir = folder)
sheet <- file.path(folder, "xl", "worksheets", "sheet1.xml")
text <- paste(readLines(sheet, warn = FALSE), collapse = "")
text <- gsub('(<c r="A[35]"[^>]*?) t="s"><v>[0-9]+</v>', '\\1 t="e"><v>#DIV/0!</v>', text, perl = TRUE)
writeLines(text, sheet)
home <- getwd()
setwd(folder)
unlink(file.path(home, "errors.xlsx"))
zip(file.path(home, "errors.xlsx"), list.files(".", recursive = TRUE, all.files = TRUE), flags = "-q -X")
setwd(home)

# The file of the readme.
write_sav(data.frame(
  months = c(3, 5, 8, 13, 21, 34),
  status = labelled(c(1, 0, 1, 1, 0, 1), c(alive = 0, dead = 1), label = "Status at the last visit"),
  sex = labelled(c(1, 2, 1, 2, 1, 2), c(male = 1, female = 2), label = "Sex")), "trial.sav")
