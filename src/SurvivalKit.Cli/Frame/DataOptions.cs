using System.CommandLine;
using System.Globalization;
using Microsoft.Data.Analysis;
using SurvivalKit.Sources;

namespace SurvivalKit.Cli;

/// <summary>The options of every command that reads DATA: how the file is written, and which of its rows are used.</summary>
internal sealed class DataOptions
{
    private readonly Option<string?> _where = new("--where")
    {
        Description = "Uses the rows in which this is true: \"arm == 'A' & age > 60\".",
        HelpName = "EXPR",
    };

    private readonly Option<string?> _adtte = new("--adtte")
    {
        Description = "Reads a CDISC ADTTE set, in which a CNSR of 0 is an event, and uses the rows of this PARAMCD.",
        HelpName = "PARAMCD",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _separator = new("--separator")
    {
        Description = "The sign between two values, or tab; found in the file where it is left out.",
        HelpName = "SIGN",
    };

    private readonly ChoiceOption<bool> _decimal = new(
        "--decimal",
        "The decimal sign; found in the file where it is left out.",
        null,
        (",", true),
        ("comma", true),
        (".", false),
        ("point", false));

    private readonly Option<string?> _encoding = new("--encoding")
    {
        Description = "The encoding of the file, as utf-8 or latin1; found where it is left out.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _missing = new("--missing")
    {
        Description = "More marks of missing values, with commas between them; empty, NA and NaN always are.",
        HelpName = "a,b",
    };

    private readonly ChoiceOption<DateOrder> _dates = new(
        "--dates",
        "The order of dates such as 05/04/2019; found in the file where it can be.",
        null,
        ("dmy", DateOrder.DayMonthYear),
        ("mdy", DateOrder.MonthDayYear),
        ("ymd", DateOrder.YearMonthDay));

    private readonly Option<string?> _sheet = new("--sheet")
    {
        Description = "The sheet of a workbook, or the data set of a SAS transport file. Default: the first with cells, the only one.",
        HelpName = "NAME",
    };

    private readonly ChoiceOption<ValueLabelUse> _valueLabels = new(
        "--value-labels",
        "What becomes of the labels that SPSS and Stata give to values: levels of a factor, or nothing, which leaves the codes.",
        null,
        ("levels", ValueLabelUse.Levels),
        ("codes", ValueLabelUse.Codes));

    private readonly ChoiceOption<DeclaredMissingUse> _declaredMissing = new(
        "--user-missing",
        "What becomes of values that SPSS, Stata and SAS declare missing: missing; missing, with a column NAME.missing for the reason; "
        + "the values of SPSS as they are.",
        null,
        ("missing", DeclaredMissingUse.Missing),
        ("column", DeclaredMissingUse.Column),
        ("values", DeclaredMissingUse.Values));

    private readonly LevelsOption _levels;
    private readonly DatabaseOptions? _database;

    private DataOptions(Command command, bool takesDatabases)
    {
        _levels = LevelsOption.AddTo(command);
        _database = takesDatabases ? DatabaseOptions.AddTo(command) : null;
    }

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="takesDatabases">Whether its DATA may be a database.</param>
    public static DataOptions AddTo(Command command, bool takesDatabases = false)
    {
        var options = new DataOptions(command, takesDatabases);
        command.Add(options._where);
        command.Add(options._adtte);
        command.Add(options._separator);
        command.Add(options._decimal);
        command.Add(options._encoding);
        command.Add(options._missing);
        command.Add(options._dates);
        command.Add(options._sheet);
        command.Add(options._valueLabels);
        command.Add(options._declaredMissing);
        options._separator.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && SeparatorOf(token.Value) is null)
            {
                result.AddError($"--separator {token.Value}: one sign, as \",\", \";\" or \"|\", or tab was expected.");
            }
        });
        return options;
    }

    /// <summary>Loads DATA, chooses its rows, and tells on standard error what the file does not say itself.</summary>
    /// <exception cref="SurvivalDataException">It cannot be read as a table, or no row is chosen.</exception>
    public DataFrame Load(ParseResult parsed, string data, CliStreams streams)
    {
        // Before rows are chosen: a level that the chosen rows do not have is still one.
        DataFrame whole = _levels.Apply(parsed, LoadPlain(parsed, data, streams));
        DataFrame frame = parsed.GetResult(_adtte) is { Implicit: false }
            ? SurvivalData.ChooseParameter(whole, parsed.GetValue(_adtte))
            : whole;
        string notes = string.Join("; ", SurvivalData.NotesOf(frame));
        if (parsed.GetValue(_where) is { } expression)
        {
            DataFrame rows = frame.Filter(expression);
            notes = string.Join("; ", (string[])[
                .. notes.Length == 0 ? [] : (string[])[notes],
                string.Create(CultureInfo.InvariantCulture, $"{rows.Rows.Count} of {NumberText.Count(frame.Rows.Count, "row")} where {expression}")]);
            if (rows.Rows.Count == 0)
            {
                throw new CommandException(
                    $"{DataSource.NameOf(data)}: in none of the {frame.Rows.Count} rows is {expression} true; at least one was expected.");
            }

            frame = rows;
        }

        if (notes.Length > 0)
        {
            streams.Note(data, notes);
        }

        return frame;
    }

    /// <summary>Loads DATA as <see cref="Load(ParseResult, string, CliStreams)"/>; of a database the counts that stand for its rows in this
    /// formula.</summary>
    public DataFrame Load(
        ParseResult parsed, string data, CliStreams streams, string formula, string? weights, CancellationToken cancellation)
    {
        using SqlSource? rows = Rows(parsed, data);
        return rows?.Count(formula, weights, cancellation) ?? Load(parsed, data, streams);
    }

    /// <summary>The chosen rows of DATA that is a database; <see langword="null"/> for a file.</summary>
    /// <exception cref="CommandException">An option of files was given.</exception>
    public SqlSource? Rows(ParseResult parsed, string data)
    {
        if (_database is null || !SqlSource.IsAddress(data))
        {
            return null;
        }

        Option[] ofFiles = [_adtte, _separator, _decimal, _encoding, _missing, _dates, _sheet, _valueLabels, _declaredMissing];
        if (Array.Find(ofFiles, option => parsed.GetResult(option) is { Implicit: false }) is { } given)
        {
            throw new CommandException($"{given.Name} says how a file is written, and {DataSource.NameOf(data)} is a database; a file was expected.");
        }

        SqlSource rows = _levels.Apply(parsed, _database.Open(parsed, data));
        return parsed.GetValue(_where) is { } expression ? rows.Where(expression) : rows;
    }

    /// <summary>Throws where an option was given that needs the rows of a database.</summary>
    public static void RefuseOfDatabase(bool isGiven, string option)
    {
        if (isGiven)
        {
            throw new CommandException($"{option} needs the rows, which stay in the database; a file was expected.");
        }
    }

    /// <summary>Loads another file that is written as DATA is, all of its rows.</summary>
    public DataFrame LoadPlain(ParseResult parsed, string data, CliStreams streams)
    {
        var standard = new CsvOptions();
        CsvOptions text = standard with
        {
            Separator = parsed.GetValue(_separator) is { } sign ? SeparatorOf(sign) : null,
            DecimalComma = _decimal.Choice(parsed),
            Encoding = parsed.GetValue(_encoding),
            Dates = _dates.Choice(parsed),
            Missing = parsed.GetValue(_missing) is { } marks
                ? [.. standard.Missing, .. marks.Split(',', StringSplitOptions.TrimEntries)]
                : standard.Missing,
        };
        return DataSource.Load(data, streams, new DataFileOptions
        {
            Text = text,
            Sheet = parsed.GetValue(_sheet),
            ValueLabels = _valueLabels.Choice(parsed) ?? ValueLabelUse.Levels,
            DeclaredMissing = _declaredMissing.Choice(parsed) ?? DeclaredMissingUse.Missing,
        });
    }

    private static char? SeparatorOf(string word) => word switch
    {
        "tab" or "\\t" => '\t',
        "comma" => ',',
        "semicolon" => ';',
        "pipe" => '|',
        "space" => ' ',
        [var sign] => sign,
        _ => null,
    };
}
