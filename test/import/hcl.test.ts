import { describe, expect, it } from 'vitest';
import { importFiles } from '../../src/import/import.ts';
import { withHcl } from '../../src/import/load-hcl.ts';
import { checkModel } from '../../src/model/index.ts';

const DNS = `variable "ttl" { default = 60 }
variable "zone" {}

resource "aws_route53_health_check" "other" {
  request_interval = 30
}

resource "aws_route53_health_check" "primary" {
  fqdn              = "one.example.org"
  request_interval  = 10
  failure_threshold = 3
}

resource "aws_route53_record" "primary" {
  zone_id         = var.zone
  name            = "www.example.org"
  ttl             = var.ttl
  set_identifier  = "primary"
  health_check_id = aws_route53_health_check.primary.id
  failover_routing_policy { type = "PRIMARY" }
}

resource "aws_route53_record" "secondary" {
  name           = "www.example.org"
  ttl            = var.ttl
  set_identifier = "secondary"
  failover_routing_policy { type = "SECONDARY" }
}
`;
const LOAD = `resource "aws_instance" "web" {
  count     = 3
  user_data = "PASSWORD=hunter2"
}

resource "aws_lb_target_group" "web" {
  deregistration_delay = 300
  health_check {
    interval            = 30
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = var.patience
  }
}

module "network" {
  source = "./network"
}
`;

describe('Terraform files', () => {
  it('give what a plan gives, over several files, each resource with its line', async () => {
    const { imported, problems } = importFiles(await withHcl([{ file: 'dns.tf', text: DNS }, { file: 'load.tf', text: LOAD }]));
    expect(problems).toEqual([]);
    const { model, left } = imported!;
    expect(checkModel(model).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(model).toContain('health-check: { interval: 10 s, unhealthy-threshold: 3 }  # from dns.tf:8 request_interval 10, failure_threshold 3');
    expect(model).toContain('redirect: { dns-ttl: 60 s } }  # from dns.tf:14 ttl 60');
    expect(model).toContain('web:  # from load.tf:6 (target group)');
    expect(model).toContain("replicas: 3  # from load.tf:1 count");
    const said = left.map(({ from, text }) => `${from}: ${text}`).join('\n');
    expect(said).toContain('load.tf:6: aws_lb_target_group.web: health_check.unhealthy_threshold: an expression without a default');
    expect(said).toContain('load.tf:16: module network: what it makes is not in the file');
    expect(JSON.stringify(imported)).not.toMatch(/hunter2|one\.example\.org/);
  });

  it('are refused where they are none, at their line, and where nobody has parsed them', async () => {
    const { problems } = importFiles(await withHcl([{ file: 'bad.tf', text: 'resource "a" "b" {\n  x =\n}\n' }]));
    expect(problems).toEqual([{ file: 'bad.tf', line: 2, message: expect.stringMatching(/^Invalid expression; .* Or give the plan: terraform plan/) as string }]);
    expect(importFiles([{ file: 'dns.tf', text: DNS }]).problems).toMatchObject([{ file: 'dns.tf', line: 1, message: expect.stringMatching(/^HCL is read by the command, not here: npx nines import dns\.tf\. Or give the plan/) as string }]);
  });
});
