using System.CommandLine;

namespace SurvivalKit.Cli;

/// <summary>The options <c>--anova</c>, <c>--compare</c>, <c>--profile</c> and <c>--uno</c> of <c>survkit cox</c>.</summary>
internal sealed class CoxInferenceOptions
{
    private readonly ChoiceOption<AnovaKind> _anova = new(
        "--anova",
        "Likelihood-ratio tests of the terms: added one after the other, or each left out of the whole model.",
        null,
        ("sequential", AnovaKind.Sequential),
        ("type3", AnovaKind.TypeThree));

    private readonly Option<string?> _compare = new("--compare")
    {
        Description = "Compares with this smaller model by the likelihood ratio: a formula with fewer terms.",
        HelpName = "FORMULA",
    };

    private readonly Option<bool> _profile = new("--profile") { Description = "Adds profile-likelihood intervals of the hazard ratios." };

    private readonly Option<double?> _uno = CliOptions.Number(
        "--uno",
        "tau",
        "Adds Uno's concordance of the events up to this time; Inf: of all.",
        null,
        _ => true,
        "a time, or Inf",
        infinite: true);

    private CoxInferenceOptions()
    {
    }

    /// <summary>Adds the options to a command.</summary>
    public static CoxInferenceOptions AddTo(Command command)
    {
        var options = new CoxInferenceOptions();
        command.Add(options._anova);
        command.Add(options._compare);
        command.Add(options._profile);
        command.Add(options._uno);
        return options;
    }

    /// <summary>Adds the requested results to the fit.</summary>
    /// <param name="result">The fit, and what was added to it.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="fit">The fit.</param>
    /// <param name="refit">Fits another formula to the same data with the same options.</param>
    /// <exception cref="SurvivalDataException">The fit cannot compute it.</exception>
    public CombinedResult AddTo(CombinedResult result, ParseResult parsed, CoxFit fit, Func<string, CoxFit> refit) => result
        .With("anova", _anova.Choice(parsed) is { } kind ? fit.Anova(kind) : null)
        .With("comparison", parsed.GetValue(_compare) is { } smaller ? fit.CompareWith(refit(smaller)) : null)
        .With("profile", parsed.GetValue(_profile) ? fit.ProfileIntervals() : null)
        .With("uno", parsed.GetValue(_uno) is { } tau ? fit.UnoConcordance(tau) : null);
}
