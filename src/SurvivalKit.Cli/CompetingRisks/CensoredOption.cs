using System.CommandLine;

namespace SurvivalKit.Cli;

/// <summary>The option <c>--censored</c>: which level of a status with several causes is censoring.</summary>
internal static class CensoredOption
{
    public static Option<string?> Create() => new("--censored")
    {
        Description = "The level or number of the status that is censoring. Default: the first level of a factor or text.",
        HelpName = "LEVEL",
    };
}
