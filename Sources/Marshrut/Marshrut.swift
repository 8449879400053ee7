// The umbrella for users of the library: what is needed to read a scenario, run it and report on it.
@_exported public import Experiments
@_exported public import Reports
@_exported public import ScenarioFile
@_exported public import ScenarioModel
