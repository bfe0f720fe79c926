using System.CommandLine;
using SurvivalKit.Figures;

namespace SurvivalKit.Cli;

/// <summary>The options that every figure has: those of <see cref="FigureOptions"/> by the same names.</summary>
internal sealed class FigureStyle
{
    private readonly ChoiceOption<FigureTheme> _theme = new(
        "--theme",
        "The colours of the figure.",
        null,
        ("light", FigureTheme.Light),
        ("dark", FigureTheme.Dark),
        ("adaptive", FigureTheme.Adaptive));

    private readonly Option<double?> _width = CliOptions.Number(
        "--width", "mm", "The width of the figure in millimetres.", null, mm => mm is >= 40 and <= 600, "a number from 40 to 600");

    /// <summary>Makes the options.</summary>
    /// <param name="title">What <c>--title</c> does.</param>
    public FigureStyle(string title) => Title = CliOptions.Text("--title", "TEXT", title);

    /// <summary>The option <c>--title</c>.</summary>
    public Option<string?> Title { get; }

    /// <summary>The options <c>--width</c> and <c>--theme</c>.</summary>
    public Option[] Look => [_width, _theme];

    /// <summary>The width that was asked for, in millimetres; that of the standard where none was.</summary>
    public double Width(ParseResult parsed, FigureOptions standard) => parsed.GetValue(_width) ?? standard.Width;

    /// <summary>The colours that were asked for; those of the standard where none were.</summary>
    public FigureTheme Theme(ParseResult parsed, FigureOptions standard) => _theme.Choice(parsed) ?? standard.Theme;

    /// <summary>Refuses options that change a figure where none is drawn.</summary>
    /// <param name="command">The command.</param>
    /// <param name="options">The options.</param>
    /// <param name="carriers">The options one of which they need.</param>
    public static void Require(Command command, IReadOnlyCollection<Option> options, params Option[] carriers) =>
        command.Validators.Add(result =>
        {
            if (carriers.All(carrier => result.GetResult(carrier) is null or { Implicit: true })
                && options.FirstOrDefault(option => result.GetResult(option) is { Implicit: false }) is { } alone)
            {
                bool needsFigure = carriers.All(carrier => carrier.Name == "--figure");
                string expected = needsFigure ? "a figure that it changes was" : "a figure or table that it changes was";
                string missing = string.Join(" or ", carriers.Select(carrier => carrier.Name));
                result.AddError($"{alone.Name} was given without {missing}; {expected} expected.");
            }
        });
}
