using System.CommandLine;
using Microsoft.Data.Analysis;
using SurvivalKit.Sources;

namespace SurvivalKit.Cli;

/// <summary>The option <c>--levels</c> of every command that reads DATA.</summary>
internal sealed class LevelsOption
{
    private readonly Option<string[]> _levels = new("--levels")
    {
        Description = "The order of a column's groups, the reference first: \"ageg=<50,50-69,70+\"; once for each column.",
        HelpName = "COL=a,b",
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = _ => [],
    };

    private LevelsOption()
    {
    }

    /// <summary>Adds the option to a command.</summary>
    public static LevelsOption AddTo(Command command)
    {
        var option = new LevelsOption();
        command.Add(option._levels);
        return option;
    }

    /// <summary>The data with the levels of their columns in the order that was given.</summary>
    /// <exception cref="SurvivalDataException">A column, level or value does not fit the data.</exception>
    public DataFrame Apply(ParseResult parsed, DataFrame data) => parsed.GetValue(_levels)!.Aggregate(data, FactorLevels.Set);

    /// <summary>The same for rows in a database.</summary>
    public SqlSource Apply(ParseResult parsed, SqlSource rows) =>
        parsed.GetValue(_levels)!.Aggregate(rows, (source, levels) => source.WithLevels(levels));
}
