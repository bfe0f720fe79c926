using System.CommandLine;

namespace SurvivalKit.Cli;

/// <summary>The option <c>--predict</c>: a file of rows for which a fit predicts.</summary>
internal static class PredictOption
{
    /// <summary>Makes the option.</summary>
    /// <param name="description">What is predicted.</param>
    public static Option<string?> Create(string description) => new("--predict") { Description = description, HelpName = "NEW" };

    /// <summary>Adds the option to a command, whose data and the rows to predict for cannot both come from standard input.</summary>
    public static void AddTo(Command command, Option<string?> predict, Argument<string> data)
    {
        command.Add(predict);
        command.Validators.Add(result =>
        {
            if (result.WordOf(predict) == "-" && result.WordOf(data) == "-")
            {
                result.AddError("The data and --predict cannot both come from standard input; a file was expected for one of them.");
            }
        });
    }

    /// <summary>Adds options that say at which points it predicts, and mean nothing without it.</summary>
    public static void AddPoints(Command command, Option<string?> predict, params Option[] points)
    {
        foreach (Option option in points)
        {
            command.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetResult(predict) is null
                && Array.Find(points, option => result.GetResult(option) is { Implicit: false }) is { } alone)
            {
                result.AddError($"{alone.Name} was given without --predict; the file of the rows to predict for was expected.");
            }
        });
    }
}
