using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Reads a column of words as numbers, truth values, dates or text: by what all of its distinct words can be.</summary>
/// <param name="options">The marks of missing values and the order of dates.</param>
/// <param name="dialect">How the file is written.</param>
internal sealed class WordReader(CsvOptions options, CsvDialect dialect)
{
    private static readonly DateOrder[] Orders = [DateOrder.YearMonthDay, DateOrder.DayMonthYear, DateOrder.MonthDayYear];

    /// <summary>The order of dates that other columns of the file show; null where none does.</summary>
    public DateOrder? OrderOfFile { get; set; }

    /// <summary>Reads a column.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="words">Its words.</param>
    /// <param name="notes">Receives what was done that the words do not say.</param>
    public DataFrameColumn Read(string name, CsvColumn.Words words, List<string> notes)
    {
        bool[] present = Array.ConvertAll(words.Distinct, word => !options.Missing.Contains(word));
        if (!present.Contains(true))
        {
            return TypedColumns.Of<double>(name, words, _ => null);
        }

        if (Typed(name, words, present, notes) is { } typed)
        {
            return typed;
        }

        bool[] unmarked = [.. words.Distinct.Select((word, i) => present[i] && !IsMark(word))];
        if (unmarked.Contains(true)
            && !unmarked.AsSpan().SequenceEqual(present)
            && Typed(name, words, unmarked, notes) is { } numbers
            && numbers is not StringDataFrameColumn)
        {
            (int row, string mark, int count) = First(words, i => present[i] && !unmarked[i]);
            notes.Add(Invariant($"{Cells(count)} of \"{name}\" {(count == 1 ? "is" : "are")} taken as missing (row {row}: \"{mark}\")"));
            MarkedCells.Remember(numbers, row, mark);
            return numbers;
        }

        string?[] texts = [.. words.Distinct.Select((word, i) => present[i] ? word : null)];
        if (Problem(words, unmarked) is { } problem)
        {
            notes.Add(Invariant($"\"{name}\" is kept as text for row {problem.Row} (\"{problem.Word}\")"));
            return new UncertainColumn(name, words.Codes.Select(code => texts[code]), this);
        }

        if (First(words, i => present[i] && MissingMarks.IsNoCategory(words.Distinct[i])) is { Count: > 0 } left)
        {
            notes.Add(Invariant(
                $"row {left.Row}, column \"{name}\": \"{left.Word}\" is kept as a word; --missing \"{left.Word}\" takes it as missing"));
        }

        return new StringDataFrameColumn(name, words.Codes.Select(code => texts[code]));
    }

    /// <summary>The orders in which all words of a column are dates; empty where it is no column of dates.</summary>
    public DateOrder[] DateOrders(CsvColumn.Words words)
    {
        string[] dates = [.. words.Distinct.Where(word => !options.Missing.Contains(word) && !IsMark(word))];
        return dates.Length == 0 || !char.IsAsciiLetterOrDigit(dates[0].FirstOrDefault())
            ? []
            : [.. Candidates().Where(order => Array.TrueForAll(dates, date => DateText.Read(date, order) is not null))];
    }

    /// <summary>The column that an uncertain one is once it is used.</summary>
    /// <exception cref="SurvivalDataException">It is still uncertain; the message names row and value.</exception>
    public DataFrameColumn Resolve(UncertainColumn column, string? source)
    {
        var words = CsvColumn.Words.Of(column);
        bool[] present = Array.ConvertAll(words.Distinct, word => word.Length > 0 && !options.Missing.Contains(word) && !IsMark(word));
        if (!present.Contains(true))
        {
            return TypedColumns.Of<double>(column.Name, words, _ => null);
        }

        return Typed(column.Name, words, present, []) ?? (Problem(words, present) is { } problem
            ? throw SurvivalDataException.AtCell(source, problem.Row, column.Name, problem.Word, problem.Words + ".")
            : new StringDataFrameColumn(column.Name, words.Codes.Select(code => present[code] ? words.Distinct[code] : null)));
    }

    /// <summary>The style in which all words are numbers; null where there is none.</summary>
    public NumberStyle? StyleOf(string[] words)
    {
        NumberStyle[] fitting = [.. NumberStyle.All.Where(style => Array.TrueForAll(words, word => style.Parse(word) is not null))];
        bool isEither = fitting.Contains(NumberStyle.Comma) && fitting.Contains(NumberStyle.PointWithCommas);
        bool commaIsDecimal = options.DecimalComma
            ?? (dialect.DecimalComma || (dialect.Separator != (byte)',' && !dialect.HasDecimalPoint));
        return isEither && !commaIsDecimal && !fitting.Contains(NumberStyle.Point) ? NumberStyle.PointWithCommas
            : dialect.DecimalComma && fitting.Contains(NumberStyle.Comma) ? NumberStyle.Comma
            : dialect.DecimalComma && fitting.Contains(NumberStyle.CommaWithPoints) ? NumberStyle.CommaWithPoints
            : fitting.FirstOrDefault();
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static string Cells(int count) => Invariant($"{count} cell{(count == 1 ? "" : "s")}");

    private static bool HasLeadingZero(string word) =>
        word.Length > 1 && word[0] == '0' && char.IsAsciiDigit(word[1]) && word.All(char.IsAsciiDigit);

    private static bool IsCode(string word) => word.All(char.IsAsciiDigit);

    // Where a word first stands, for the words of some kind, and how many cells have one of them.
    private static (int Row, string Word, int Count) First(CsvColumn.Words words, Func<int, bool> isWanted)
    {
        bool[] wanted = [.. Enumerable.Range(0, words.Distinct.Length).Select(isWanted)];
        if (!wanted.Contains(true))
        {
            return default;
        }

        int row = Array.FindIndex(words.Codes, code => wanted[code]);
        return row < 0 ? default : (row + 1, words.Distinct[words.Codes[row]], words.Codes.Count(code => wanted[code]));
    }

    private bool IsMark(string word) => options.MissingInNumbers.Contains(word, StringComparer.OrdinalIgnoreCase);

    private DateOrder[] Candidates() => options.Dates is { } given ? [given] : Orders;

    private DataFrameColumn? Typed(string name, CsvColumn.Words words, bool[] present, List<string> notes)
    {
        string[] shown = [.. words.Distinct.Where((_, i) => present[i])];
        string? WordOf(int code) => present[code] ? words.Distinct[code] : null;
        bool areCodes = Array.Exists(shown, HasLeadingZero) && Array.TrueForAll(shown, IsCode);
        if (areCodes)
        {
            string code = Array.Find(shown, HasLeadingZero)!;
            notes.Add($"\"{name}\" is kept as text for its leading zeros ({code}); as.numeric({FormulaWord(name)}) makes numbers of it");
            return new StringDataFrameColumn(name, words.Codes.Select(WordOf));
        }

        if (Array.TrueForAll(shown, word => TypedColumns.Whole(word) is not null))
        {
            return TypedColumns.Integers(name, words, code => WordOf(code) is { } word ? TypedColumns.Whole(word) : null);
        }

        if (StyleOf(shown) is { } style)
        {
            if (style.Thousands is not null || (style.Decimal == ',') != dialect.DecimalComma)
            {
                string example = Array.Find(shown, word => word.Any(c => !char.IsAsciiDigit(c) && c is not ('+' or '-')))!;
                string read = style.Parse(example)!.Value.ToString(CultureInfo.InvariantCulture);
                string what = style.Thousands is not null ? "marks of thousands"
                    : style.Decimal == ',' ? "a decimal comma"
                    : "a decimal point";
                notes.Add($"\"{name}\" has {what} ({example} is {read})");
            }

            return Array.TrueForAll(shown, word => style.Thousands is not null && style.Parse(word) is { } x
                    && x == Math.Floor(x) && Math.Abs(x) < 1L << 53 && !word.Contains(style.Decimal, StringComparison.Ordinal))
                ? TypedColumns.Integers(name, words, code => WordOf(code) is { } word ? (long?)style.Parse(word) : null)
                : TypedColumns.Of(name, words, code => WordOf(code) is { } word ? style.Parse(word) : null);
        }

        if (Array.TrueForAll(shown, word => TypedColumns.Truth(word) is not null))
        {
            return TypedColumns.Of(name, words, code => WordOf(code) is { } word ? TypedColumns.Truth(word) : null);
        }

        return Decided(shown) is { } order
            ? TypedColumns.Of(name, words, code => WordOf(code) is { } word ? DateText.Read(word, order) : null)
            : null;
    }

    /// <summary>The order in which all words are dates; null where there is none, or where two are possible and differ.</summary>
    public DateOrder? Decided(string[] words)
    {
        if (!words[0].AsSpan().ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        DateOrder[] fitting = [.. Candidates().Where(order => Array.TrueForAll(words, word => DateText.Read(word, order) is not null))];
        return fitting.Length <= 1 || fitting[0] == DateOrder.YearMonthDay ? (fitting.Length == 0 ? null : fitting[0])
            : Array.TrueForAll(words, word => DateText.Read(word, fitting[0]) == DateText.Read(word, fitting[1])) ? fitting[0]
            : OrderOfFile is { } known && fitting.Contains(known) ? known
            : null;
    }

    // What keeps a column from being numbers or dates, where it nearly is one; null where it is text.
    private (int Row, string Word, string Words)? Problem(CsvColumn.Words words, bool[] present)
    {
        int[] counts = words.Counts();
        NumberStyle style = NumberStyle.All
            .MaxBy(way => words.Distinct.Select((word, i) => present[i] && way.Parse(word) is not null ? counts[i] : 0).Sum())!;
        bool[] isNumber = [.. words.Distinct.Select((word, i) => present[i] && style.Parse(word) is not null)];
        if (NearlyAll.Are(words.Distinct, counts, present, isNumber))
        {
            return Stray(words, present, isNumber, counts, "a number");
        }

        DateOrder best = Candidates().MaxBy(
            order => words.Distinct.Select((word, i) => present[i] && DateText.Read(word, order) is not null ? counts[i] : 0).Sum());
        bool[] isDate = [.. words.Distinct.Select((word, i) => present[i] && DateText.Read(word, best) is not null)];
        if (present.AsSpan().SequenceEqual(isDate))
        {
            (int row, string word, _) = First(words, i => present[i] && DateText.Read(words.Distinct[i], DateOrder.DayMonthYear)
                != DateText.Read(words.Distinct[i], DateOrder.MonthDayYear));
            return (row, word, $"\"{word}\" may be day, month, year or month, day, year, and no date of the file decides it; "
                + "the order was expected (--dates dmy or --dates mdy, CsvOptions.Dates)");
        }

        return NearlyAll.Are(words.Distinct, counts, present, isDate) ? Stray(words, present, isDate, counts, "a date") : null;
    }

    private static (int Row, string Word, string Words) Stray(
        CsvColumn.Words words, bool[] present, bool[] fits, int[] counts, string what)
    {
        (int row, string word, int count) = First(words, i => present[i] && !fits[i]);
        int all = counts.Where((_, i) => present[i]).Sum();
        string more = count == 1 ? "" : Invariant($" (and {count - 1} more such cell{(count == 2 ? "" : "s")})");
        return (row, word, Invariant(
            $"\"{word}\" is not {what}{more}, as {all - count} of the column's {all} values are; {what} or a mark of missing values was expected (--missing \"{word}\" makes it one, factor() takes all as categories)"));
    }

    private static string FormulaWord(string name) =>
        name.All(c => char.IsLetterOrDigit(c) || c is '.' or '_') && !char.IsDigit(name[0]) ? name : $"`{name}`";
}
