using System.CommandLine;

namespace SurvivalKit.Cli;

/// <summary>The options of <c>survkit recurrent</c> that its Cox models take.</summary>
internal sealed class RecurrentModelOptions
{
    private readonly ChoiceOption<Ties> _ties = new(
        "--ties", "How events at the same time are treated.", "efron", ("efron", Ties.Efron), ("breslow", Ties.Breslow));

    private readonly Option<double?> _last = Whole("--last", "Models the events up to this number of each subject.");

    private readonly Option<double?> _pool = Whole("--pool", "Gives the events from this number on one baseline.");

    private readonly Option<bool> _byEvent = new("--by-event")
    {
        Description = "Gives each event number effects of its own, with their average and the test that they are the same.",
    };

    private RecurrentModelOptions()
    {
    }

    /// <summary>All of the options.</summary>
    public Option[] All => [_ties, _last, _pool, _byEvent];

    /// <summary>Adds the options to a command.</summary>
    public static RecurrentModelOptions AddTo(Command command)
    {
        var options = new RecurrentModelOptions();
        Array.ForEach(options.All, command.Add);
        return options;
    }

    /// <summary>The options of the fit.</summary>
    public RecurrentOptions Read(ParseResult parsed, double level, bool joinNearTies) => new()
    {
        Ties = _ties.Choice(parsed)!.Value,
        Level = level,
        LastEvent = (int?)parsed.GetValue(_last),
        PoolFrom = (int?)parsed.GetValue(_pool),
        EffectsByEvent = parsed.GetValue(_byEvent),
        JoinNearTies = joinNearTies,
    };

    private static Option<double?> Whole(string name, string description) => CliOptions.Number(
        name, "k", description, null, k => k is >= 1 and <= 1e6 && k == Math.Floor(k), "a whole number from 1 on");
}
