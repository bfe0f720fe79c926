using System.CommandLine;
using Microsoft.Data.Analysis;
using SurvivalKit.Sources;

namespace SurvivalKit.Cli;

/// <summary>The argument DATA and what it loads.</summary>
internal static class DataSource
{
    private const string StandardInput = "standard input";

    public static Argument<string> Argument() => new("DATA")
    {
        Description = "A data file, optionally gzipped: .csv, .tsv and other delimited text with a header line, .sav, .dta, .xpt, .xlsx, "
            + ".parquet, .arrow, .feather; or - for delimited text from standard input; km, logrank, cox and table1 take rows in a database "
            + "too: duckdb:FILE, postgres://HOST/DB?table=NAME, clickhouse://HOST/DB?table=NAME.",
    };

    /// <summary>Loads a data set.</summary>
    /// <param name="data">A path, or <c>-</c>.</param>
    /// <param name="streams">The streams, for standard input.</param>
    /// <param name="options">How the file is read.</param>
    /// <exception cref="SurvivalDataException">It cannot be read as a table.</exception>
    public static DataFrame Load(string data, CliStreams streams, DataFileOptions options) =>
        data == "-" ? SurvivalData.ReadCsv(streams.Input, StandardInput, options.Text)
        : SqlSource.IsAddress(data) ? throw new CommandException(
            $"{NameOf(data)} is a database, over which only km, logrank, cox and table1 can be computed; a file was expected.")
        : Directory.Exists(data) ? throw new CommandException($"{data}: this is a folder; a data file was expected.")
        : DataFile.IsKnown(data) || IsBinary(data) ? DataFile.Read(data, options)
        : SurvivalData.ReadCsv(data, options.Text);

    /// <summary>Runs an analysis of a data set; an error without a file name is reported with that of the data set.</summary>
    public static T Analyse<T>(string data, Func<T> analysis)
    {
        try
        {
            return analysis();
        }
        catch (SurvivalDataException e) when (e is not FormulaException && e.File is null)
        {
            throw new CommandException($"{NameOf(data)}: {char.ToLowerInvariant(e.Message[0])}{e.Message[1..]}");
        }
    }

    // Reading them as text would give an unclear error; the error of their ending is clear.
    private static bool IsBinary(string data) =>
        Path.GetExtension(data).ToUpperInvariant() is ".SAS7BDAT" or ".RDS" or ".RDATA" or ".JSON" or ".ZIP" or ".POR" or ".ODS";

    /// <summary>The name of a data set in messages.</summary>
    public static string NameOf(string data) => data == "-" ? StandardInput : SqlSource.IsAddress(data) ? SqlSource.NameOf(data) : data;
}
