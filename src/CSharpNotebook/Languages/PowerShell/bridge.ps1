# Reads the paths of scripts, runs each in this scope, so that variables stay, and ends each answer with a mark on both streams.
param([string]$NotebookMark)
$OutputEncoding = [System.Text.UTF8Encoding]::new($false)
[Console]::OutputEncoding = $OutputEncoding
if ($PSStyle) { $PSStyle.OutputRendering = 'PlainText' }
$ProgressPreference = 'SilentlyContinue'
while ($null -ne ($NotebookScript = [Console]::In.ReadLine())) {
    $NotebookAnswer = ''
    try { . $NotebookScript | Out-Default }
    catch {
        $NotebookLine = if ($_.Exception -is [System.Management.Automation.ParseException]) { $_.Exception.Errors[0].Extent.StartLineNumber }
            elseif ($_.InvocationInfo.ScriptName -eq $NotebookScript) { $_.InvocationInfo.ScriptLineNumber }
            else { 0 }
        $NotebookAnswer = "$NotebookLine`n$($_.Exception.GetType().Name)`n$($_.Exception.Message)"
    }
    [System.IO.File]::WriteAllText("$NotebookScript.answer", $NotebookAnswer)
    [Console]::Out.Write($NotebookMark)
    [Console]::Out.Flush()
    [Console]::Error.Write($NotebookMark)
    [Console]::Error.Flush()
}
